package dev.tenlines.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.tenlines.Progress;
import dev.tenlines.TenlinesException;
import dev.tenlines.learn.Attributes.Sparse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTest {
  private static final List<Example> TRAIN = Tickets.some(400, 0.1, 1);
  private static final List<Example> TEST = Tickets.some(300, 0.1, 2);

  private static Classifier train() {
    return new Trainer(null, 7, Progress.NONE).train(TRAIN).classifier();
  }

  private static double accuracy(Classifier classifier) {
    return TEST.stream()
            .filter(row -> classifier.predict(row.text()).label().equals(row.label()))
            .count()
        / (double) TEST.size();
  }

  @Test
  void accuracy_isWithinThreePointsOfLiblinearOnTheSameAttributes() {
    double own = accuracy(train());

    assertThat(own).isGreaterThan(liblinear() - 0.03).isGreaterThan(0.85);
  }

  @Test
  void training_twiceWithOneSeed_givesTheSameModel() {
    Classifier first = train();
    Classifier second = train();

    for (Example row : TEST) {
      assertThat(second.predict(row.text()).margin()).isEqualTo(first.predict(row.text()).margin());
    }
  }

  @Test
  void probabilities_areHonestOnAverage() {
    Classifier classifier = train();

    double claimed =
        TEST.stream()
            .mapToDouble(r -> classifier.predict(r.text()).probability())
            .average()
            .orElse(0);

    assertThat(claimed).isBetween(accuracy(classifier) - 0.08, accuracy(classifier) + 0.08);
  }

  @Test
  void gate_letsNearlyAllUsualTextsPass_andStopsOtherLanguagesOfSigns() {
    Classifier trained = train();
    List<Prediction> unseen =
        Tickets.some(200, 0, 3).stream().map(r -> trained.predict(r.text())).toList();
    Classifier classifier = trained.calibrated(unseen);

    long usual =
        TEST.stream()
            .filter(r -> classifier.predict(r.text()).familiarity() >= classifier.gate())
            .count();

    assertThat(usual).isGreaterThan((long) (0.85 * TEST.size()));
    for (String strange :
        List.of("Бородатый ёж", "%%% ### !!!", "quantum chromodynamics lattice")) {
      assertThat(classifier.predict(strange).familiarity())
          .as(strange)
          .isLessThan(classifier.gate());
    }
  }

  @Test
  void aModelFile_givesTheSameAnswers(@TempDir Path directory) {
    Classifier classifier = train();
    Path file = directory.resolve("classifier.bin");

    ModelFile.write(classifier, file);
    Classifier read = ModelFile.read(file, null);

    for (Example row : TEST) {
      assertThat(read.predict(row.text()).margin())
          .isEqualTo(classifier.predict(row.text()).margin());
    }
  }

  @Test
  void aBrokenModelFile_isRefusedWithItsName(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("classifier.bin");
    ModelFile.write(train(), file);
    byte[] bytes = Files.readAllBytes(file);

    byte[] flipped = bytes.clone();
    flipped[bytes.length / 2] ^= 1;
    Files.write(file, flipped);
    assertThatThrownBy(() -> ModelFile.read(file, null))
        .isInstanceOf(TenlinesException.class)
        .hasMessageContaining("TL-146")
        .hasMessageContaining("classifier.bin");

    Files.write(file, Arrays.copyOf(bytes, bytes.length / 3));
    assertThatThrownBy(() -> ModelFile.read(file, null)).hasMessageContaining("TL-146");
  }

  private static double liblinear() {
    List<String> labels =
        new ArrayList<>(new TreeSet<>(TRAIN.stream().map(Example::label).toList()));
    Attributes attributes = Attributes.learn(TRAIN.stream().map(Example::text).toList(), 16);
    Problem problem = new Problem();
    problem.l = TRAIN.size();
    problem.n = attributes.size() + 1;
    problem.x =
        TRAIN.stream().map(row -> nodes(attributes.of(row.text()))).toArray(Feature[][]::new);
    problem.y = TRAIN.stream().mapToDouble(row -> labels.indexOf(row.label())).toArray();
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, 10, 0.01));
    return TEST.stream()
            .filter(row ->
                labels
                    .get((int) Linear.predict(model, nodes(attributes.of(row.text()))))
                    .equals(row.label()))
            .count()
        / (double) TEST.size();
  }

  /** The two blocks may share a place: liblinear wants each place once, in order. */
  private static Feature[] nodes(Sparse row) {
    Map<Integer, Double> places = new TreeMap<>();
    for (int i = 0; i < row.index().length; i++) {
      places.merge(row.index()[i] + 1, (double) row.value()[i], Double::sum);
    }
    return places.entrySet().stream()
        .map(place -> new FeatureNode(place.getKey(), place.getValue()))
        .toArray(Feature[]::new);
  }
}
