package org.hillock.benchmark;

import java.util.Arrays;
import org.hillock.engine.exchange.Packet;
import org.hillock.engine.exchange.Parcel;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.exchange.mpi.Launch;
import org.hillock.engine.exchange.mpi.MpiSession;

/**
 * How long an exchange between ranks takes, by how much each of them tells: to be started by
 * mpirun, since JMH knows one process only. Told are the median and the tenth and ninetieth of a
 * hundred rounds' means.
 */
public final class ExchangeLatency {

  private static final int ROUNDS = 100;
  private static final int CALLS = 1000;

  private ExchangeLatency() {}

  /** Measures and prints, at the first rank. */
  public static void main(String[] arguments) {
    Launch launch = Launch.of(System.getenv());
    MpiSession mpi = MpiSession.start(launch, System.getenv(MpiSession.LIBRARY));
    for (int numbers : new int[] {0, 64, 1024, 16 * 1024}) {
      double[] times = measure(mpi.exchange(), numbers);
      if (launch.rank() == 0) {
        System.out.printf(
            "%d ranks, %6d bytes from each: %.2f us (%.2f - %.2f)%n",
            launch.size(), Integer.BYTES * numbers, times[50], times[10], times[90]);
      }
    }
    mpi.end();
  }

  /** Microseconds of an exchange, ascending. */
  private static double[] measure(SpikeExchange exchange, int numbers) {
    int[] told = new int[numbers];
    Parcel parcel =
        new Parcel() {
          @Override
          public void write(int rank, Packet to) {
            to.putInts(told, 0, numbers);
          }

          @Override
          public void read(int rank, Packet from) {
            from.getInts(told, 0, numbers);
          }
        };
    double[] times = new double[ROUNDS];
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      long begun = System.nanoTime();
      for (int call = 0; call < CALLS; call++) {
        exchange.exchange(parcel, 0);
      }
      if (round >= 0) {
        times[round] = (System.nanoTime() - begun) / (1e3 * CALLS);
      }
    }
    Arrays.sort(times);
    return times;
  }
}
