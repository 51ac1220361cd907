package org.tongban.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.accounts.RealName;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Everything one published version of a service item says: the implementation list's elements of
 * domain practice, the form, the materials, the way through the offices. Read from a pack or made
 * in the editor; never changed once published.
 *
 * @param key unique in the place
 * @param type 事项类型 of GB/T 39046 A.1: {@code 01} licence … {@code 20} public service
 * @param catalogCode 基本编码, 12 digits
 * @param level 行使层级 of GB/T 39046 A.2
 * @param audience who may apply
 * @param caseKind handled at once at the counter, or within a promised term
 * @param visits how often a person has to come
 * @param tolerant whether it may be accepted while a tolerated material is missing
 * @param fee empty: free of charge
 * @param supplementDays working days in which a tolerated paper has to follow; absent: the promised
 *     term
 * @param silenceAgrees whether an office that was asked and does not answer in time has agreed;
 *     absent on reading: it has not
 * @param cancelledProofs proofs that are no longer asked for, and what takes their place
 * @param overrides what this entry says differently from the base list, by element, and why
 * @param handling what it provides for beyond the usual way; absent: nothing
 * @param fund 专项资金 from which it is paid; absent: it pays nothing out of one
 * @param investment what a firm may not invest in without it; absent: it holds no investment back
 * @param realName 实名等级: how certain it has to be who acts; absent: their own word is enough
 */
public record ItemDefinition(
        String key,
        String agency,
        String name,
        String summary,
        List<String> alsoCalled,
        String type,
        String catalogCode,
        int level,
        List<Audience> audience,
        List<String> themes,
        CaseKind caseKind,
        List<LegalGround> legalBasis,
        Limits limits,
        int visits,
        String visitReason,
        String onlineDepth,
        boolean tolerant,
        List<Fee> fee,
        List<String> conditions,
        List<Question> questions,
        List<FormPage> form,
        List<Material> materials,
        List<Step> steps,
        Result result,
        List<String> specialProcedures,
        List<Faq> faq,
        @Nullable Integer supplementDays,
        @Nullable Boolean silenceAgrees,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
                List<CancelledProof> cancelledProofs,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
                Map<String, String> overrides,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Handling handling,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Fund fund,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Investment investment,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RealName realName) {

    /** Who may apply. */
    public enum Audience {
        PERSON,
        FIRM
    }

    /** 即办件 or 承诺件: decided while the applicant waits, or within a promised term. */
    public enum CaseKind {
        AT_ONCE,
        PROMISED
    }

    /**
     * 设定依据: the law that founds the item, its article where known, what it says in short.
     *
     * @param number 文号, such as 主席令第七号
     * @param since the day from which that text is in force, {@code yyyy-MM-dd}
     */
    public record LegalGround(
            String law,
            @Nullable String article,
            String gist,
            @Nullable String number,
            @Nullable String since) {}

    /** The two terms that run from acceptance. */
    public record Limits(Limit statutory, Limit promised) {}

    /**
     * A length of time.
     *
     * @param days 0 for at once
     * @param basis the article that sets it; only for the statutory one
     */
    public record Limit(int days, Unit unit, @Nullable String basis) {

        private static final double WORKING_IN_A_WEEK = 5.0 / 7;

        /** Its length for comparing: five days of seven are worked, holidays left out. */
        public double workingDays() {
            return unit == Unit.WORKING ? days : days * WORKING_IN_A_WEEK;
        }
    }

    /** 工作日 or 自然日. */
    public enum Unit {
        WORKING,
        CALENDAR
    }

    /** 收费项目. */
    public record Fee(String name, String amount, String unit, @Nullable String basis) {}

    /**
     * A question about the applicant's situation; its answer selects materials, fields and steps.
     */
    public record Question(String key, String text, List<Choice> choices) {}

    /** One answer to choose. */
    public record Choice(String value, String label) {}

    /** One page of the form: one thing asked. */
    public record FormPage(String page, List<Field> fields) {}

    /**
     * One thing asked.
     *
     * @param when CEL over situation, form and applicant; absent: always asked
     * @param prefill path into {@code applicant}
     * @param fields of each row; only of a group, none of them a group itself
     * @param minRows of a group; absent: one if it has to be answered, else none
     * @param maxRows of a group; absent: {@link org.tongban.catalogue.FormRows#USUAL_MOST}
     */
    public record Field(
            String key,
            String label,
            @Nullable String hint,
            FieldType type,
            boolean required,
            @Nullable Integer maxLength,
            @Nullable String min,
            @Nullable String max,
            List<Choice> choices,
            @Nullable String when,
            @Nullable String prefill,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
                    List<Field> fields,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer minRows,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer maxRows) {

        public Field {
            choices = List.copyOf(choices);
            fields = List.copyOf(fields);
        }

        /** Whether it is a list of rows, each with the same questions. */
        public boolean isGroup() {
            return type == FieldType.GROUP;
        }
    }

    /** What kind of answer a field takes; written as in packs, {@code citizenId}. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum FieldType {
        TEXT,
        LONGTEXT,
        INTEGER,
        DECIMAL,
        MONEY,
        DATE,
        CHOICE,
        CHOICES,
        YESNO,
        NAME,
        CITIZEN_ID,
        CREDIT_CODE,
        PROJECT_CODE,
        MOBILE,
        REGION,
        ADDRESS,
        /** 重复填写的一组: rows of the same questions. */
        GROUP,
        /** 上传的文件: numbers of files that lie with the application. */
        FILE
    }

    /**
     * 申请材料.
     *
     * @param tolerated 可容缺: may follow after acceptance
     * @param checks 受理标准: what the clerk looks at
     * @param commitment 告知承诺: the applicant's word may stand in for it; absent: it may not
     * @param fetch 免于提交: the office gets it itself where it can; absent: nobody can
     */
    public record Material(
            String key,
            String name,
            @Nullable String hint,
            Necessity necessity,
            boolean tolerated,
            Source source,
            MaterialForm form,
            int originals,
            int copies,
            List<String> checks,
            @Nullable String when,
            @Nullable String basis,
            @Nullable Commitment commitment,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Fetch fetch) {

        public boolean isRequired() {
            return necessity == Necessity.REQUIRED;
        }
    }

    /**
     * What an applicant is told before vouching for a fact instead of proving it.
     *
     * @param fact what is vouched for, as the applicant says it
     * @param consequence what follows if it does not hold
     * @param checkDays working days from the grant in which it is checked; absent: the place's
     */
    public record Commitment(String fact, String consequence, @Nullable Integer checkDays) {}

    /**
     * Where the office gets a material itself. Naming a type of certificate here is what allows the
     * item to use it (用证清单); nothing else does.
     *
     * @param certificate key of the type; the applicant's own certificate of it is fetched
     * @param fills keys of fields of the form that take the certificate's line of the same key
     */
    public record Fetch(String certificate, List<String> fills) {
        public Fetch {
            // Most fill nothing and do not say so.
            fills = fills == null ? List.of() : List.copyOf(fills);
        }
    }

    /** 材料必要性. */
    public enum Necessity {
        REQUIRED,
        OPTIONAL
    }

    /** 来源渠道: the applicant's own, issued by a government agency, made by somebody else. */
    public enum Source {
        SELF,
        AGENCY,
        THIRD_PARTY
    }

    /** 材料形式. */
    public enum MaterialForm {
        ELECTRONIC,
        PAPER,
        BOTH
    }

    /**
     * A step between acceptance and decision.
     *
     * @param after keys of the steps before it; empty: the step above it in the list
     * @param days working days the step may take
     * @param when CEL; absent: always
     */
    public record Step(
            String key,
            String name,
            String post,
            StepKind kind,
            int days,
            List<String> after,
            @Nullable String when) {}

    /** What happens at a step: an opinion, or the decision. */
    public enum StepKind {
        REVIEW,
        DECISION
    }

    /** 审批结果: what the applicant holds in the end. */
    public record Result(String name, ResultKind kind, @Nullable String certificate) {}

    /** 审批结果类型. */
    public enum ResultKind {
        CERTIFICATE,
        DOCUMENT,
        NONE
    }

    /** 常见问题. */
    public record Faq(String question, String answer) {}

    /**
     * 取消的证明: a paper that people no longer bring.
     *
     * @param replacement what the office does instead, such as asking the registry itself
     * @param basis the document that cancelled it
     * @param since the day from which nobody may ask for it, {@code yyyy-MM-dd}
     */
    public record CancelledProof(String name, String replacement, String basis, String since) {}

    /**
     * 财政专项资金: public money set apart for one purpose, out of which an item pays.
     *
     * @param basis the rule by which it is managed
     * @param standard how much is paid to whom
     */
    public record Fund(String name, String basis, String standard) {}

    /**
     * 企业投资限制: what a firm may not invest in before this item was granted.
     *
     * @param scope which investments
     * @param measure what is asked of them, such as 核准
     */
    public record Investment(String scope, String measure) {}

    public ItemDefinition {
        alsoCalled = List.copyOf(alsoCalled);
        audience = List.copyOf(audience);
        themes = List.copyOf(themes);
        legalBasis = List.copyOf(legalBasis);
        fee = List.copyOf(fee);
        conditions = List.copyOf(conditions);
        questions = List.copyOf(questions);
        form = List.copyOf(form);
        materials = List.copyOf(materials);
        steps = List.copyOf(steps);
        specialProcedures = List.copyOf(specialProcedures);
        faq = List.copyOf(faq);
        cancelledProofs = List.copyOf(cancelledProofs);
        overrides = Map.copyOf(overrides);
        silenceAgrees = Boolean.TRUE.equals(silenceAgrees);
        if (steps.isEmpty() || steps.getLast().kind() != StepKind.DECISION) {
            throw new IllegalArgumentException("an item's last step is its decision: " + key);
        }
    }

    /**
     * Whether the item is a licence in the sense of the Licensing Law, whose articles then apply.
     */
    public boolean isLicence() {
        return "01".equals(type);
    }

    /** To whom it is passed up after the first review; empty for what is decided here. */
    public Optional<Handling.Forward> forward() {
        return Optional.ofNullable(handling).map(Handling::forward);
    }

    /** The rules that may decide it; empty when only people do. */
    public Optional<Handling.Automatic> automatic() {
        return Optional.ofNullable(handling).map(Handling::automatic);
    }

    /** Whether it may be reviewed while a precondition is missing. */
    public boolean maySimulate() {
        return handling != null && handling.isSimulated();
    }

    /** How certain it has to be who acts; their own word where nothing is said. */
    public RealName leastRealName() {
        return realName == null ? RealName.DECLARED : realName;
    }

    public boolean isFree() {
        return fee.isEmpty();
    }

    public Optional<Material> material(String materialKey) {
        return materials.stream().filter(m -> m.key().equals(materialKey)).findFirst();
    }

    public Optional<Step> step(String stepKey) {
        return steps.stream().filter(s -> s.key().equals(stepKey)).findFirst();
    }

    /**
     * Every question that is answered with files, also those of rows, by what its files lie under.
     */
    public Map<String, Field> fileFields() {
        var found = new LinkedHashMap<String, Field>();
        for (var field : fields()) {
            if (field.type() == FieldType.FILE) found.put(filesUnder(field.key()), field);
            for (var below : field.fields()) {
                if (below.type() == FieldType.FILE) {
                    found.put(filesUnder(field.key() + "." + below.key()), below);
                }
            }
        }
        return found;
    }

    /**
     * Under which the files of a question lie beside those of materials, whose keys have no colon.
     *
     * @param key of the question, or of a cell; in whichever row it is
     */
    public static String filesUnder(String key) {
        return "form:" + key.replaceFirst("\\.\\d+\\.", ".");
    }

    /** All fields of all pages, in the order in which they are asked. */
    public List<Field> fields() {
        return form.stream().flatMap(page -> page.fields().stream()).toList();
    }
}
