package org.hillock.engine.exchange;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Numbers of which all ranks must know the same, since what they do depends on them. */
public final class Agreement {

  private Agreement() {}

  /** The least number of any rank. */
  public static double least(SpikeExchange exchange, double own) {
    double[] numbers = {own};
    combine(exchange, numbers, Math::min);
    return numbers[0];
  }

  /** Sets each number to the least that any rank has in its place. */
  public static void least(SpikeExchange exchange, double[] numbers) {
    combine(exchange, numbers, Math::min);
  }

  /** Sets each number to the greatest that any rank has in its place. */
  public static void most(SpikeExchange exchange, double[] numbers) {
    combine(exchange, numbers, Math::max);
  }

  /** The greatest number of any rank. */
  public static long most(SpikeExchange exchange, long own) {
    long[] numbers = {own};
    combine(exchange, numbers, Math::max);
    return numbers[0];
  }

  /** Sets each number to the sum over all ranks. */
  public static void sum(SpikeExchange exchange, long[] numbers) {
    combine(exchange, numbers, Long::sum);
  }

  /** The sum over all ranks. */
  public static long sum(SpikeExchange exchange, long own) {
    long[] numbers = {own};
    sum(exchange, numbers);
    return numbers[0];
  }

  private static void combine(
      SpikeExchange exchange, double[] numbers, DoubleBinaryOperator operator) {
    double[] own = numbers.clone();
    exchange.exchange(
        new Parcel() {
          @Override
          public void write(int rank, Packet to) {
            to.putDoubles(own, 0, own.length);
          }

          @Override
          public void read(int rank, Packet from) {
            for (int i = 0; i < numbers.length; i++) {
              numbers[i] = operator.applyAsDouble(numbers[i], from.getDouble());
            }
          }
        },
        0);
  }

  private static void combine(SpikeExchange exchange, long[] numbers, LongBinaryOperator operator) {
    long[] own = numbers.clone();
    exchange.exchange(
        new Parcel() {
          @Override
          public void write(int rank, Packet to) {
            for (long number : own) {
              to.putLong(number);
            }
          }

          @Override
          public void read(int rank, Packet from) {
            for (int i = 0; i < numbers.length; i++) {
              numbers[i] = operator.applyAsLong(numbers[i], from.getLong());
            }
          }
        },
        0);
  }

  /** The numbers of all ranks, by rank. */
  public static int[][] all(SpikeExchange exchange, int[] own) {
    int[][] parts = new int[exchange.ranks()][];
    parts[exchange.rank()] = own;
    exchange.exchange(
        new Parcel() {
          @Override
          public void write(int rank, Packet to) {
            to.putInt(own.length);
            to.putInts(own, 0, own.length);
          }

          @Override
          public void read(int rank, Packet from) {
            parts[rank] = new int[from.getInt()];
            from.getInts(parts[rank], 0, parts[rank].length);
          }
        },
        0);
    return parts;
  }

  /**
   * Adds up counts that each rank has made of everything, and keeps the own share of the sums.
   *
   * @param counts of everything, by this rank
   * @param first where the share of each rank begins, and the end of the last
   * @return the sums of the own share
   */
  public static int[] ownSums(SpikeExchange exchange, int[] counts, int[] first) {
    int begin = first[exchange.rank()];
    int[] sums = Arrays.copyOfRange(counts, begin, first[exchange.rank() + 1]);
    int[] heard = new int[sums.length];
    exchange.exchange(
        new Parcel() {
          @Override
          public void write(int rank, Packet to) {
            to.putInts(counts, first[rank], first[rank + 1]);
          }

          @Override
          public void read(int rank, Packet from) {
            from.getInts(heard, 0, heard.length);
            for (int i = 0; i < sums.length; i++) {
              sums[i] += heard[i];
            }
          }

          @Override
          public boolean selective() {
            return true;
          }
        },
        0);
    return sums;
  }
}
