package train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Feeds a network with samples, batch by batch. Each batch is cut into the same parts and their
 * gradients are added in the same order whatever the number of threads, so that a seed always gives
 * the same weights.
 */
final class Trainer {
  private static final int PARTS = 4;
  private static final int SAMPLES_PER_PART = 16;
  private static final int BATCH = PARTS * SAMPLES_PER_PART;
  private static final int BATCHES_PER_EPOCH = 500;
  private static final double HIGHEST_RATE = 2e-3;

  private final LeNet network;
  private final List<LeNet> twins = new ArrayList<>();
  private final SampleSource source;
  private final Adam adam;

  Trainer(LeNet network, SampleSource source) {
    this.network = network;
    this.source = source;
    adam = new Adam(network.tensors());
    for (int part = 0; part < PARTS; part++) {
      twins.add(network.twin());
    }
  }

  void run(int epochs, int threads) throws InterruptedException, ExecutionException {
    int batches = epochs * BATCHES_PER_EPOCH;
    double loss = 0;
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (int batch = 0; batch < batches; batch++) {
        double partOfWay = (double) batch / batches;
        loss += train(executor, batch, HIGHEST_RATE * (1 + Math.cos(Math.PI * partOfWay)) / 2);
        if ((batch + 1) % BATCHES_PER_EPOCH == 0) {
          IO.println(
              String.format(
                  Locale.ROOT,
                  "epoch %d of %d: mean loss %.4f",
                  (batch + 1) / BATCHES_PER_EPOCH,
                  epochs,
                  loss / (BATCHES_PER_EPOCH * BATCH)));
          loss = 0;
        }
      }
    }
  }

  private double train(ExecutorService executor, int batch, double rate)
      throws InterruptedException, ExecutionException {
    List<Callable<Double>> parts = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      LeNet twin = twins.get(part);
      long first = (long) batch * BATCH + part * SAMPLES_PER_PART;
      parts.add(() -> learn(twin, first));
    }
    double loss = 0;
    for (Future<Double> part : executor.invokeAll(parts)) {
      loss += part.get();
    }
    for (LeNet twin : twins) {
      collectGradient(twin);
    }
    adam.step(rate);
    return loss;
  }

  private double learn(LeNet twin, long first) {
    double loss = 0;
    for (int i = 0; i < SAMPLES_PER_PART; i++) {
      loss += twin.learn(source.sample(first + i));
    }
    return loss;
  }

  private void collectGradient(LeNet twin) {
    for (int t = 0; t < network.tensors().size(); t++) {
      float[] total = network.tensors().get(t).gradient();
      float[] part = twin.tensors().get(t).gradient();
      for (int i = 0; i < total.length; i++) {
        total[i] += part[i] / BATCH;
        part[i] = 0;
      }
    }
  }
}
