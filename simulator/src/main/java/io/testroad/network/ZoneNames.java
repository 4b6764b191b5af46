package io.testroad.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Names of the streets and areas of a zone, in English and Chinese. */
final class ZoneNames {

  private static final List<String> BANDS = List.of("center", "inner", "middle", "outer");
  private static final List<String> BANDS_ZH = List.of("中心", "内", "中", "外");
  private static final List<String> RINGS = List.of("Inner", "Second", "Third");
  private static final List<String> RINGS_ZH = List.of("内环", "二环", "三环");
  private static final List<String> SIDES = List.of("east", "north", "west", "south");
  private static final List<String> SIDES_ZH = List.of("东", "北", "西", "南");
  private static final List<String> ARTERIALS =
      List.of(
          "Zhongshan/中山",
          "Jiefang/解放",
          "Jianshe/建设",
          "Heping/和平",
          "Youyi/友谊",
          "Xinhua/新华",
          "Renmin/人民",
          "Guangming/光明",
          "Dongfeng/东风",
          "Changjiang/长江",
          "Hanjiang/汉江",
          "Huanghe/黄河",
          "Taishan/泰山",
          "Huashan/华山",
          "Lushan/庐山",
          "Donghu/东湖",
          "Nanhu/南湖",
          "Beihu/北湖",
          "Xihu/西湖",
          "Jinyin/金银");

  private final Map<String, Integer> arterials = new TreeMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  /** Name of a ring road or its bridge. */
  static String ring(int number, boolean bridge) {
    int i = Math.min(number, RINGS.size()) - 1;
    return RINGS.get(i)
        + (bridge ? " Ring Bridge / " : " Ring Road / ")
        + RINGS_ZH.get(i)
        + (bridge ? "大桥" : "线");
  }

  /** Id of an area: a band between ring roads, outside the innermost divided into four sides. */
  static String area(int band, double[] at) {
    return band == 0 ? BANDS.get(0) : BANDS.get(band) + "-" + SIDES.get(side(at));
  }

  /** What people call an area. */
  static String label(int band, double[] at) {
    if (band == 0) {
      return "Center / 中心城区";
    }
    String side = SIDES.get(side(at));
    String capital = side.substring(0, 1).toUpperCase(Locale.ROOT) + side.substring(1);
    return capital
        + " ("
        + BANDS.get(band)
        + ") / "
        + SIDES_ZH.get(side(at))
        + BANDS_ZH.get(band)
        + "片区";
  }

  private static int side(double[] at) {
    double turns = StrictMath.atan2(at[1], at[0]) / (Math.PI / 2);
    return Math.floorMod((int) Math.rint(turns), 4);
  }

  /** The next number of a kind of thing, from 1. */
  int next(String kind) {
    return counts.merge(kind, 1, Integer::sum);
  }

  /** Name of a street: arterials by line, others by area and number. */
  String street(ZoneStreet street, String area, int number) {
    if (street.road() == RoadClass.ARTERIAL) {
      int line = arterials.computeIfAbsent(street.line(), l -> arterials.size());
      String[] name = ARTERIALS.get(line % ARTERIALS.size()).split("/", -1);
      int round = line / ARTERIALS.size();
      String again = round == 0 ? "" : " " + (round + 1);
      return street.bridge()
          ? name[0] + " Bridge" + again + " / " + name[1] + "大桥"
          : name[0] + " Avenue" + again + " / " + name[1] + "大道";
    }
    String word = street.road() == RoadClass.LOCAL ? "Street" : "Road";
    return area + " " + word + " " + number;
  }
}
