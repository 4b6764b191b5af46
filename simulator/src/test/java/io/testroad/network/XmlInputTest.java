package io.testroad.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Findings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick scanner and the full parser tell the same, with the same positions. */
class XmlInputTest {

  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  @TempDir Path folder;
  private final Findings findings = new Findings();

  private List<String> told(byte[] bytes) throws IOException {
    Path file = folder.resolve("f.xml");
    Files.write(file, bytes);
    List<String> told = new ArrayList<>();
    XmlInput.read(
        file,
        "",
        findings,
        new XmlInput.Handler() {
          @Override
          public void start(XmlElement element) {
            told.add(
                element.line()
                    + ":"
                    + element.column()
                    + " "
                    + element.name()
                    + " "
                    + element.text("k", "-"));
          }

          @Override
          public void end(String name) {
            told.add("/" + name);
          }
        });
    return told;
  }

  private List<String> told(String text) throws IOException {
    return told(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Text at the end of the outermost element makes the full parser read the file. */
  private static String forFullParser(String text) {
    return text.replace("</r>", "text</r>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<r><a k='1'/><b/></r>",
        "<r>\n  <!-- a - b\n c --><a\n k = \"x>y'\"\t/>\n</r>\n",
        "<r k='A &amp; B &lt;&gt;&quot;&apos;'>\r\n <a k='x\ty\nz'></a  ></r>",
        "<r><a k='街道'/><b k='😀'/> <!-- é😀 --><c/></r>",
        "<r xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
            + " xsi:noNamespaceSchemaLocation='x.xsd' k='2'><a other='k' k=''/></r>",
      })
  void bothTellTheSame(String text) throws IOException {
    List<String> quick = told(DECLARATION + text);
    List<String> full = told(forFullParser(DECLARATION + text));
    assertThat(quick).isEqualTo(full).hasSizeGreaterThan(1);
    assertThat(findings.list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<r><a k='1'></b></r>",
        "<r><a k='1' k='2'/></r>",
        "<r><a k='1'j='2'/></r>",
        "<r><a k='<'/></r>",
        "<r><a k='&none;'/></r>",
        "<r><a k='1'",
        "<r><a/></r><r/>",
        "<r><!-- a -- b --></r>",
        "<r><a k=1/></r>",
        "<r>\u0001</r>",
        "<r k='\u0001'/>",
        ""
      })
  void whatIsBrokenIsRefusedOnce(String text) throws IOException {
    told(DECLARATION + text);
    assertThat(findings.list()).extracting("code").containsExactly("xml-malformed");
  }

  @Test
  void aDocumentTypeIsRefused() throws IOException {
    told("<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><r k='&e;'/>");
    assertThat(findings.list()).extracting("code").containsExactly("xml-doctype");
  }

  @Test
  void otherEncodingsAndCharacterReferencesAreRead() throws IOException {
    String text = "<?xml version='1.0' encoding='ISO-8859-1'?><r k='é&#233;'/>";
    assertThat(told(text.getBytes(StandardCharsets.ISO_8859_1))).contains("1:44 r éé");
    assertThat(told("\ufeff<r k='é'/>").get(0)).endsWith("r é");
    assertThat(told("<r k='x'/>".getBytes(StandardCharsets.UTF_16)).get(0)).endsWith("r x");
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() throws IOException {
    byte[] bytes = "<r k='é'/>".getBytes(StandardCharsets.ISO_8859_1);
    told(bytes);
    assertThat(findings.hasErrors()).isTrue();
  }

  @Test
  void elementsLongerThanTheWindowAreWhole() throws IOException {
    String value = "0123456789".repeat(100_000);
    String filler = "<a k='y'/>\n".repeat(60_000);
    List<String> told = told("<r>\n" + filler + "<b k='" + value + "'/>" + filler + "</r>");
    assertThat(told).contains("60002:1 b " + value).hasSize(2 + 4 * 60_000 + 2);
    assertThat(told.get(told.size() - 3)).isEqualTo("120001:1 a y");
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void manyNamesAreNoTrouble() throws IOException {
    StringBuilder text = new StringBuilder("<r>");
    for (int i = 0; i < 3 * NameTable.MOST; i++) {
      text.append("<n").append(i).append(" k='").append(i).append("'/>");
    }
    List<String> told = told(text.append("</r>").toString());
    assertThat(told.get(told.size() - 2)).isEqualTo("/n" + (3 * NameTable.MOST - 1));
  }
}
