package org.tongban;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.tongban.access.Open;

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
}
