package org.tongban.rules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One compiler, and so one cache, for the whole application. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {

    @Bean
    RuleCompiler ruleCompiler() {
        return RuleCompiler.shared();
    }
}
