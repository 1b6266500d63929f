package org.hillock.stimulus;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Images in the form of MNIST, and their labels. */
public final class IdxImages implements Images {

  private final IdxFile images;
  private final @Nullable IdxFile labels;

  private IdxImages(IdxFile images, @Nullable IdxFile labels) {
    this.images = images;
    this.labels = labels;
  }

  /**
   * Reads them.
   *
   * @param folder where the files are
   * @param file of the images
   * @param labelFile of the labels, or null if there are none
   * @throws StimulusException if a file is missing, damaged or of another form
   */
  public static IdxImages read(Path folder, String file, @Nullable String labelFile)
      throws StimulusException {
    IdxFile images = IdxFile.read(folder.resolve(file), file, 3);
    IdxFile labels =
        labelFile == null ? null : IdxFile.read(folder.resolve(labelFile), labelFile, 1);
    if (labels != null && labels.dimensions()[0] != images.dimensions()[0]) {
      throw new StimulusException(
          labels.dimensions()[0] + " labels of " + images.dimensions()[0] + " images",
          "expected a label for each");
    }
    return new IdxImages(images, labels);
  }

  @Override
  public int count() {
    return images.dimensions()[0];
  }

  @Override
  public int width() {
    return images.dimensions()[2];
  }

  @Override
  public int height() {
    return images.dimensions()[1];
  }

  @Override
  public void copy(int index, double[] into) {
    int size = width() * height();
    for (int i = 0; i < size; i++) {
      into[i] = (images.values()[index * size + i] & 0xff) / 255.0;
    }
  }

  @Override
  public @Nullable String label(int index) {
    return labels == null ? null : Integer.toString(labels.values()[index] & 0xff);
  }
}
