package io.testroad.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Findings;
import io.testroad.network.XmlInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTest {

  private static final Label TITLE = new Label("Speed & flow <a>", "速度与流量");

  @TempDir Path folder;

  private static Plot plot() {
    return new Plot(TITLE, new Label("x", "x"), new Label("y", "纵"));
  }

  @Test
  void linesAndPointsLieOnTheirAxes() {
    Series line = new Series().add(0, 0).add(10, 5).add(Double.NaN, 1).add(20, 10);
    String svg = plot().line(new Label("one", "一"), line).points(new Label("two", "二"), line).svg();
    assertThat(svg)
        .as("the line, interrupted")
        .contains("d=\"M92.0 454.0L454.0 265.0M816.0 76.0\"")
        .as("points, each by itself")
        .contains("d=\"M92.0 454.0h0M454.0 265.0h0M816.0 76.0h0\"")
        .contains(">one · 一</text>", ">two · 二</text>", ">x</text>", ">y · 纵</text>");
  }

  @Test
  void thinLinesShareAColourAndHaveNoName() {
    Series line = new Series().add(0, 0).add(1, 1);
    String svg = plot().line(new Label("one", "一"), line).thinLine(line).svg();
    assertThat(svg.split("stroke=\"#0072B2\"", -1)).as("line, legend, thin line").hasSize(4);
    assertThat(svg).contains("stroke-width=\"0.8\"");
  }

  @Test
  void anEmptyPlotIsAPlot() throws IOException {
    Path file = folder.resolve("empty.svg");
    plot().line(new Label("none", "无"), new Series()).write(file);
    Findings findings = new Findings();
    assertThat(XmlInput.read(file, "svg", findings, element -> {})).isTrue();
    assertThat(file).content().contains("Speed &amp; flow &lt;a&gt; · 速度与流量");
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(keys(Locale.CHINESE)).isEqualTo(keys(Locale.ENGLISH)).isNotEmpty();
  }

  private static Set<String> keys(Locale locale) {
    return new TreeSet<>(
        ResourceBundle.getBundle(
                "io.testroad.bench.plots",
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .keySet());
  }
}
