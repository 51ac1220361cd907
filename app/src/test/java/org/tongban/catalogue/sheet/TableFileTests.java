package org.tongban.catalogue.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A5")
class TableFileTests {

    private static final List<String> HEADER = List.of("事项名称", "说明");
    private static final List<List<String>> ROWS =
            List.of(
                    List.of("开饭馆", "带\"引号\"、逗号, 和\n换行"),
                    List.of("=1+1", "-3"),
                    List.of("00123", " 前后空格 "));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsWrittenIsReadAgain(boolean excel) throws TableFile.Unreadable {
        var file = excel ? TableFile.excel("清单", HEADER, ROWS) : TableFile.csv(HEADER, ROWS);

        var read = TableFile.read(file, excel);

        assertThat(read.getFirst()).isEqualTo(HEADER);
        assertThat(read.subList(1, read.size())).isEqualTo(ROWS);
    }

    @Test
    void aFormulaIsNoFormulaInTheFile() {
        var text = new String(TableFile.csv(HEADER, ROWS), StandardCharsets.UTF_8);

        assertThat(text).contains("'=1+1").contains("'-3");
    }

    @Test
    void readsWhatChineseExcelSavesByItself() throws TableFile.Unreadable {
        var file = "事项名称,说明\r\n开饭馆,可以\r\n".getBytes(Charset.forName("GB18030"));

        assertThat(TableFile.read(file, false)).contains(List.of("开饭馆", "可以"));
    }

    @Test
    void aPictureIsNoWorkbook() {
        assertThatThrownBy(() -> TableFile.read(new byte[] {1, 2, 3}, true))
                .isInstanceOf(TableFile.Unreadable.class)
                .hasMessageContaining("xlsx");
    }
}
