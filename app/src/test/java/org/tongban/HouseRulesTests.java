package org.tongban;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.tongban.access.Open;
import org.tongban.web.Rendered;

/** What every room of the house keeps to. */
@AnalyzeClasses(packages = "org.tongban", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTests {

    /** The clock is at the edge, so that every rule can be asked about any day. */
    @ArchTest
    static final ArchRule nobodyReadsTheMachinesClock =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now");

    @ArchTest
    static final ArchRule rulesKnowNoFramework =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "org.tongban.casework.engine..",
                            "org.tongban.calendar..",
                            "org.tongban.codes..",
                            "org.tongban.law..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework.web..",
                            "org.springframework.stereotype..",
                            "org.springframework.beans..",
                            "org.jooq..",
                            "java.sql..");

    @ArchTest
    static final ArchRule everyHandlerOpensItselfAndNamesItsAuditEvent =
            methods()
                    .that()
                    .areAnnotatedWith(GetMapping.class)
                    .or()
                    .areAnnotatedWith(PostMapping.class)
                    .or()
                    .areAnnotatedWith(PutMapping.class)
                    .or()
                    .areAnnotatedWith(DeleteMapping.class)
                    .and()
                    .areDeclaredInClassesThat()
                    .resideOutsideOfPackage("org.tongban.web..")
                    .should()
                    .beAnnotatedWith(Open.class);

    @ArchTest
    static final ArchRule controllersStayInTheirUseCase =
            classes().that().areAnnotatedWith(Controller.class).should().notBePublic();

    @ArchTest
    static final ArchRule roomsAreNamedAfterTheTrade =
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..util..", "..common..", "..impl..", "..dto..", "..service..");

    /** These answer no form: they lead on, or show once what must not be shown by Back. */
    private static final Set<String> ANSWER_NO_FORM =
            Set.of("PromisePaper.takeBack", "FillForm.autosave", "ReviewPages.numbers");

    /**
     * A form that comes back stands at an address that a browser can ask for again: its own, or one
     * that the answer names.
     */
    @ArchTest
    static void everyFormThatComesBackStandsOnAPage(JavaClasses house) {
        var handlers =
                house.stream()
                        .filter(one -> one.isAnnotatedWith(Controller.class))
                        .flatMap(one -> one.getMethods().stream())
                        .toList();
        var pages =
                handlers.stream()
                        .filter(one -> one.isAnnotatedWith(GetMapping.class))
                        .flatMap(
                                one -> Stream.of(one.getAnnotationOfType(GetMapping.class).value()))
                        .map(HouseRulesTests::pattern)
                        .collect(Collectors.toSet());

        var homeless =
                handlers.stream()
                        .filter(one -> one.isAnnotatedWith(PostMapping.class))
                        .filter(HouseRulesTests::mayAnswerWithAPage)
                        .filter(
                                one ->
                                        !pages.contains(
                                                pattern(
                                                        one.getAnnotationOfType(PostMapping.class)
                                                                .value()[0])))
                        .filter(one -> !namesAnAddress(one.getOwner()))
                        .map(one -> one.getOwner().getSimpleName() + "." + one.getName())
                        .filter(name -> !ANSWER_NO_FORM.contains(name))
                        .toList();

        assertThat(pages).isNotEmpty();
        assertThat(homeless).isEmpty();
    }

    private static String pattern(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private static boolean mayAnswerWithAPage(JavaMethod handler) {
        return handler.getRawReturnType().isEquivalentTo(Object.class)
                || handler.getRawReturnType().isEquivalentTo(Rendered.class);
    }

    /** It does, or somebody does whom it asks to draw the answer. */
    private static boolean namesAnAddress(JavaClass controller) {
        return namesItself(controller)
                || controller.getMethodCallsFromSelf().stream()
                        .map(JavaMethodCall::getTargetOwner)
                        .anyMatch(HouseRulesTests::namesItself);
    }

    private static boolean namesItself(JavaClass room) {
        return room.getMethodCallsFromSelf().stream()
                .anyMatch(
                        call ->
                                call.getTargetOwner().isEquivalentTo(Rendered.class)
                                        && call.getName().equals("at"));
    }
}
