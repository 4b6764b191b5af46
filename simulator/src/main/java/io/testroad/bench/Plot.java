package io.testroad.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A plot of lines and points over two axes, as SVG.
 *
 * <p>Series get colours in their order that people who see colours differently can tell apart
 * (Okabe and Ito, "Color Universal Design", 2008). A series without a name is left out of the
 * legend. Titles are {@link Label}s: English and Chinese.
 */
public final class Plot {

  private static final int WIDTH = 840;
  private static final int HEIGHT = 520;
  private static final int LEFT = 92;
  private static final int RIGHT = 24;
  private static final int TOP = 76;
  private static final int BOTTOM = 66;
  private static final double INNER_WIDTH = WIDTH - LEFT - RIGHT;
  private static final double INNER_HEIGHT = HEIGHT - TOP - BOTTOM;
  private static final String[] COLOURS = {
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"
  };

  private enum Mark {
    LINE,
    POINTS
  }

  private record Drawn(Series series, Mark mark, @Nullable Label name, String colour) {}

  private final Label title;
  private final Label xTitle;
  private final Label yTitle;
  private final List<Drawn> drawn = new ArrayList<>();
  private int colours;

  /** An empty plot. */
  public Plot(Label title, Label xTitle, Label yTitle) {
    this.title = title;
    this.xTitle = xTitle;
    this.yTitle = yTitle;
  }

  /** Adds a line through points, in their order; a point that is not a number interrupts it. */
  public Plot line(Label name, Series series) {
    drawn.add(new Drawn(series, Mark.LINE, name, nextColour()));
    return this;
  }

  /** Adds points. */
  public Plot points(Label name, Series series) {
    drawn.add(new Drawn(series, Mark.POINTS, name, nextColour()));
    return this;
  }

  /** Adds a thin line in the colour of the series before, without a name. */
  public Plot thinLine(Series series) {
    drawn.add(new Drawn(series, Mark.LINE, null, COLOURS[Math.max(0, colours - 1) % 7]));
    return this;
  }

  private String nextColour() {
    return COLOURS[colours++ % COLOURS.length];
  }

  /** Writes it to a file. */
  public void write(Path file) throws IOException {
    Files.writeString(file, svg(), StandardCharsets.UTF_8);
  }

  /** The plot as SVG. */
  public String svg() {
    Axis x = axis(true);
    Axis y = axis(false);
    StringBuilder svg = new StringBuilder(4096);
    svg.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" font-family=\"'Noto Sans','Noto Sans CJK SC','DejaVu Sans',"
                + "sans-serif\" font-size=\"13\" fill=\"#222\">\n",
            WIDTH, HEIGHT, WIDTH, HEIGHT));
    svg.append(format("<title>%s</title>\n", escape(title.both())));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    text(svg, WIDTH / 2.0, 26, "middle", " font-size=\"17\" font-weight=\"600\"", title.both());
    grid(svg, x, y);
    drawn.forEach(each -> draw(svg, each, x, y));
    legend(svg);
    return svg.append("</svg>\n").toString();
  }

  private Axis axis(boolean along) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Drawn each : drawn) {
      for (int i = 0; i < each.series.size(); i++) {
        double value = along ? each.series.x(i) : each.series.y(i);
        least = value < least ? value : least;
        most = value > most ? value : most;
      }
    }
    boolean nearZero = least >= 0 && least < most / 2;
    return Axis.covering(nearZero ? 0 : least, most);
  }

  private void grid(StringBuilder svg, Axis x, Axis y) {
    svg.append("<g stroke=\"#ddd\" stroke-width=\"1\">\n");
    for (int i = 0; i < x.ticks(); i++) {
      double at = LEFT + INNER_WIDTH * x.place(x.tick(i));
      svg.append(format("<path d=\"M%.1f %dV%d\"/>\n", at, TOP, HEIGHT - BOTTOM));
    }
    for (int i = 0; i < y.ticks(); i++) {
      double at = HEIGHT - BOTTOM - INNER_HEIGHT * y.place(y.tick(i));
      svg.append(format("<path d=\"M%d %.1fH%d\"/>\n", LEFT, at, WIDTH - RIGHT));
    }
    svg.append("</g>\n");
    svg.append(format("<path d=\"M%d %dV%dH%d\"", LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT));
    svg.append(" fill=\"none\" stroke=\"#444\"/>\n");
    for (int i = 0; i < x.ticks(); i++) {
      double at = LEFT + INNER_WIDTH * x.place(x.tick(i));
      text(svg, at, HEIGHT - BOTTOM + 19, "middle", "", x.text(i));
    }
    for (int i = 0; i < y.ticks(); i++) {
      double at = HEIGHT - BOTTOM - INNER_HEIGHT * y.place(y.tick(i));
      text(svg, LEFT - 8, at + 4.5, "end", "", y.text(i));
    }
    text(svg, LEFT + INNER_WIDTH / 2, HEIGHT - 18, "middle", "", xTitle.both());
    double middle = TOP + INNER_HEIGHT / 2;
    String turned = format(" transform=\"rotate(-90 22 %.1f)\"", middle);
    text(svg, 22, middle, "middle", turned, yTitle.both());
  }

  private static void draw(StringBuilder svg, Drawn each, Axis x, Axis y) {
    if (each.series.size() == 0) {
      return;
    }
    svg.append("<path d=\"");
    boolean pen = false;
    for (int i = 0; i < each.series.size(); i++) {
      double atX = LEFT + INNER_WIDTH * x.place(each.series.x(i));
      double atY = HEIGHT - BOTTOM - INNER_HEIGHT * y.place(each.series.y(i));
      if (Double.isNaN(atX) || Double.isNaN(atY)) {
        pen = false;
      } else {
        svg.append(format("%s%.1f %.1f", pen ? "L" : "M", atX, atY));
        pen = each.mark == Mark.LINE;
        svg.append(pen ? "" : "h0");
      }
    }
    String width = each.mark == Mark.POINTS ? "5" : each.name == null ? "0.8" : "2";
    svg.append(
        format(
            "\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linecap=\"round\""
                + " stroke-linejoin=\"round\"%s/>\n",
            each.colour, width, each.mark == Mark.POINTS ? " stroke-opacity=\"0.6\"" : ""));
  }

  private void legend(StringBuilder svg) {
    double at = LEFT;
    for (Drawn each : drawn) {
      if (each.name != null) {
        String name = each.name.both();
        svg.append(
            format(
                "<path d=\"M%.1f %dh%s\" stroke=\"%s\" stroke-width=\"%s\""
                    + " stroke-linecap=\"round\"/>\n",
                each.mark == Mark.POINTS ? at + 11 : at,
                TOP - 23,
                each.mark == Mark.POINTS ? "0" : "22",
                each.colour,
                each.mark == Mark.POINTS ? "7" : "3"));
        text(svg, at + 29, TOP - 18, "start", "", name);
        at += 29 + 24 + widthOf(name);
      }
    }
  }

  private static double widthOf(String text) {
    return text.chars().mapToDouble(c -> c < 0x2E80 ? 7.4 : 13).sum();
  }

  private static void text(
      StringBuilder svg, double x, double y, String anchor, String more, String text) {
    svg.append(
        format(
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s>%s</text>\n",
            x, y, anchor, more, escape(text)));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
