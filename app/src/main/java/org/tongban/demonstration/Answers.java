package org.tongban.demonstration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tongban.casework.Applicant;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Field;

/**
 * Fills in a form as somebody might: what is known of the applicant, else something of the right
 * kind.
 */
final class Answers {

    private static final List<String> STREETS =
            List.of("三合街道建设东路", "三合街道麒麟大道", "大河镇中心街", "普安镇交通路", "周覃镇新街", "中和镇解放路");

    private final Random random;
    private final Applicant applicant;
    private final LocalDate today;

    Answers(Random random, Applicant applicant, LocalDate today) {
        this.random = random;
        this.applicant = applicant;
        this.today = today;
    }

    Map<String, String> situation(ItemDefinition item) {
        var answers = new HashMap<String, String>();
        for (var question : item.questions()) {
            var choices = question.choices();
            answers.put(question.key(), choices.get(random.nextInt(choices.size())).value());
        }
        return answers;
    }

    Map<String, Object> form(List<Field> fields) {
        var values = new HashMap<String, Object>();
        for (var field : fields) {
            if (field.required() || random.nextInt(3) > 0) {
                values.put(field.key(), value(field));
            }
        }
        return values;
    }

    private Object value(Field field) {
        return switch (field.type()) {
            case TEXT, LONGTEXT -> text(field);
            case INTEGER -> (long) number(field);
            case DECIMAL, MONEY -> BigDecimal.valueOf(number(field));
            case DATE -> today.minusDays(random.nextInt(300)).toString();
            case CHOICE -> anyOf(field);
            case CHOICES -> List.of(anyOf(field));
            case YESNO -> random.nextBoolean();
            case NAME -> applicant.contact();
            case CITIZEN_ID, CREDIT_CODE -> applicant.number();
            case PROJECT_CODE ->
                    "2601-522732-04-01-%06d".formatted(100_000 + random.nextInt(900_000));
            case MOBILE -> applicant.mobile();
            case REGION -> "522732000000";
            case ADDRESS -> street();
            // A file of nobody proves nothing: invented cases have none.
            case FILE -> List.of();
            case GROUP -> List.of(form(field.fields()));
        };
    }

    private String text(Field field) {
        var label = field.label();
        if (label.contains("地址")
                || label.contains("地点")
                || label.contains("位置")
                || label.contains("场所")) {
            return street();
        }
        if (label.contains("名称") || label.contains("单位") || label.contains("字号")) {
            return applicant.name();
        }
        if (label.contains("姓名") || label.contains("联系人") || label.contains("负责人")) {
            return applicant.contact();
        }
        return "按实际情况填写";
    }

    private String street() {
        return STREETS.get(random.nextInt(STREETS.size())) + " " + (1 + random.nextInt(200)) + " 号";
    }

    private int number(Field field) {
        var least = bound(field.min(), 1);
        var most = Math.min(bound(field.max(), least + 200), least + 200);
        return least + random.nextInt(Math.max(1, most - least + 1));
    }

    private static int bound(@org.jspecify.annotations.Nullable String stated, int otherwise) {
        return stated == null ? otherwise : new BigDecimal(stated).intValue();
    }

    private String anyOf(Field field) {
        var choices = field.choices();
        return choices.isEmpty() ? "" : choices.get(random.nextInt(choices.size())).value();
    }
}
