package org.tongban.pack.check;

import java.util.List;
import org.tongban.rules.Compiled;
import org.tongban.rules.Names;
import org.tongban.rules.RuleCompiler;
import org.tongban.rules.RuleFault;

/** Compiles the expressions of a pack and puts their faults into words. */
final class Expressions {

    private static final RuleCompiler RULES = RuleCompiler.shared();

    private Expressions() {}

    static List<String> conditionFaults(String source, Names names) {
        return faults(RULES.compile(source, names));
    }

    static List<String> valueFaults(String source, Names names) {
        return faults(RULES.compileValue(source, names));
    }

    private static <E> List<String> faults(Compiled<E> compiled) {
        return switch (compiled) {
            case Compiled.Sound<E> _ -> List.of();
            case Compiled.Faulty<E>(var faults) -> faults.stream().map(Expressions::words).toList();
        };
    }

    private static String words(RuleFault fault) {
        var what = fault.what();
        var said =
                switch (fault.kind()) {
                    case SYNTAX -> "写法不对：" + what;
                    case TYPES -> "类型不合或者用了没有的函数、变量：" + what;
                    case UNKNOWN_KEY -> "没有“" + what + "”";
                    case WHOLE_MAP -> "“" + what + "”后面要写明是哪一个键";
                    case OTHER_KIND -> "字段和比较的值不是一类（字段是 " + what + "），永远不会成立";
                    case WHOLE_NUMBER -> "计算要用小数，“" + what + "”写成 " + what + ".0";
                    case PATTERN -> "正则表达式不能用：" + what;
                    case RESULT_TYPE -> "结果的类型不对：" + what;
                    case TOO_LARGE -> "太长或者太复杂：" + what;
                };
        return "表达式第 "
                + fault.column()
                + " 个字符处，"
                + said
                + fault.nearest().map(near -> "，是不是“" + near + "”").orElse("");
    }
}
