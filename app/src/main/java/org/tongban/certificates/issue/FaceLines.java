package org.tongban.certificates.issue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongban.casework.Applicant;
import org.tongban.casework.PrivatePart;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.FormRows;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Choice;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.certificates.CertificateContent.Line;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.CertificateType.Face;
import org.tongban.directory.Directory;
import org.tongban.rules.Compiled;
import org.tongban.rules.Facts;
import org.tongban.rules.FormValues;
import org.tongban.rules.RuleCompiler;
import org.tongban.rules.RuleNotEvaluable;
import org.tongban.rules.ValueExpression;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;

/**
 * What the face of a certificate says, from what was applied for. A choice is shown in the words
 * that the applicant chose, a day as people write it. What was not answered has no line.
 */
@Component
class FaceLines {

    private static final Logger LOG = LoggerFactory.getLogger(FaceLines.class);

    private static final String FORM = "form.";

    /** Certificates are in Chinese whatever the reader's language. */
    private final Dates dates = new Dates(Preferences.CHINESE);

    private final RuleCompiler rules;
    private final Directory directory;

    FaceLines(RuleCompiler rules, Directory directory) {
        this.directory = directory;
        this.rules = rules;
    }

    List<Line> of(CertificateType type, ItemDefinition item, PrivatePart applied) {
        var fields = item.fields().stream().collect(Collectors.toMap(Field::key, f -> f));
        var names = Applicability.names(item);
        var facts =
                new Facts(
                        applied.situation(),
                        FormValues.of(applied.form(), names),
                        known(applied.applicant()));
        return type.fields().stream()
                .flatMap(
                        face ->
                                asked(face, fields)
                                        .map(field -> inWords(field, applied.form()))
                                        .orElseGet(
                                                () ->
                                                        evaluated(
                                                                face,
                                                                rules.compileValue(
                                                                        face.from(), names),
                                                                facts))
                                        .filter(text -> !text.isBlank())
                                        .map(text -> new Line(face.key(), face.label(), text))
                                        .stream())
                .toList();
    }

    /** The field that the expression is and nothing else, unless it has to be calculated. */
    private static Optional<Field> asked(Face face, Map<String, Field> fields) {
        var source = face.from().strip();
        return source.startsWith(FORM)
                ? Optional.ofNullable(fields.get(source.substring(FORM.length())))
                        .filter(FaceLines::isReadAsItStands)
                : Optional.empty();
    }

    /** Codes and days have words of their own, texts are theirs; the rules write numbers. */
    private static boolean isReadAsItStands(Field field) {
        return switch (field.type()) {
            case CHOICE, CHOICES, DATE, REGION, GROUP -> true;
            case TEXT, LONGTEXT, NAME, CITIZEN_ID, CREDIT_CODE, PROJECT_CODE, MOBILE, ADDRESS ->
                    true;
            case INTEGER, DECIMAL, MONEY, YESNO, FILE -> false;
        };
    }

    private Optional<String> inWords(Field field, Map<String, Object> form) {
        return Optional.ofNullable(form.get(field.key()))
                .map(
                        value ->
                                field.isGroup()
                                        ? rows(field, value)
                                        : value instanceof Collection<?> several
                                                ? several.stream()
                                                        .map(one -> inWords(field, one.toString()))
                                                        .collect(Collectors.joining("、"))
                                                : inWords(field, value.toString()));
    }

    /** All rows one behind the other, each with the answers of its cells. */
    private String rows(Field group, Object value) {
        return FormRows.checked(value).stream()
                .map(
                        row ->
                                group.fields().stream()
                                        .flatMap(
                                                below ->
                                                        FormRows.cell(row, below).stream()
                                                                .map(
                                                                        cell ->
                                                                                inWords(
                                                                                        below,
                                                                                        cell
                                                                                                .toString())))
                                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("；"));
    }

    private String inWords(Field field, String value) {
        if (field.type() == ItemDefinition.FieldType.REGION) {
            return directory.current().fullName(value).orElse(value);
        }
        return field.type() == ItemDefinition.FieldType.DATE ? day(value) : label(field, value);
    }

    private static String label(Field field, String value) {
        return field.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }

    private String day(String value) {
        try {
            return dates.paperDay(LocalDate.parse(value));
        } catch (DateTimeParseException asWritten) {
            return value;
        }
    }

    private static Optional<String> evaluated(
            Face face, Compiled<ValueExpression> compiled, Facts facts) {
        return switch (compiled) {
            case Compiled.Sound<ValueExpression>(var expression) -> text(face, expression, facts);
            case Compiled.Faulty<ValueExpression> faulty -> {
                // The pack check refuses such a type; an older one must not hold up the rest.
                LOG.warn("face field {} is left out: {}", face.key(), faulty);
                yield Optional.empty();
            }
        };
    }

    private static Optional<String> text(Face face, ValueExpression expression, Facts facts) {
        try {
            return expression.text(facts);
        } catch (RuleNotEvaluable fault) {
            LOG.warn("face field {} is left out: {}", face.key(), fault.getMessage());
            return Optional.empty();
        }
    }

    private static Map<String, String> known(Applicant applicant) {
        var known = new HashMap<String, String>();
        var person = applicant.kind() == Applicant.Kind.PERSON;
        known.put("kind", person ? "person" : "firm");
        known.put("name", applicant.name());
        known.put(person ? "idNumber" : "creditCode", applicant.number());
        known.put("mobile", applicant.mobile());
        known.put("address", applicant.address());
        return known;
    }
}
