package org.tongban.openapi.description;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.tongban.openapi.problem.Problem;
import org.tongban.openapi.problem.ProblemCode;

/**
 * What the description says beside the handlers: who may call, and the problems that every call may
 * end in. Served at {@code /api/openapi.json}; no page of anybody else's is loaded to read it.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:openapi.properties")
class Description {

    private static final String SCHEME = "clientCredentials";

    @Bean
    OpenAPI describedInterface() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Tongban 通办")
                                .version("1")
                                .license(new License().name("Apache-2.0"))
                                .description(
                                        "Government services for other systems: what can be applied"
                                                + " for, applications, cases. The same rules hold as on"
                                                + " the pages. Get a token at /oauth2/token with the"
                                                + " grant client_credentials. Unknown properties are"
                                                + " refused. Errors are problem details (RFC 9457) with"
                                                + " one of these codes: "
                                                + codes()))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        SCHEME,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.OAUTH2)
                                                .flows(
                                                        new OAuthFlows()
                                                                .clientCredentials(flow()))));
    }

    @Bean
    OpenApiCustomizer problemsOfEveryCall() {
        return api -> {
            var schemas = ModelConverters.getInstance(true).readAll(Problem.class);
            schemas.forEach(api.getComponents()::addSchemas);
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperations().forEach(Description::addProblem));
        };
    }

    private static void addProblem(Operation operation) {
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Refused; nothing was changed")
                                .content(
                                        new Content()
                                                .addMediaType(
                                                        "application/problem+json",
                                                        new MediaType()
                                                                .schema(
                                                                        new Schema<>()
                                                                                .$ref(
                                                                                        "Problem")))));
    }

    private static OAuthFlow flow() {
        return new OAuthFlow()
                .tokenUrl("/oauth2/token")
                .scopes(
                        new Scopes()
                                .addString("items.read", "Read items; needs no token at present")
                                .addString("cases.read", "Read cases")
                                .addString("cases.submit", "Write drafts and submit them")
                                .addString("facts.check", "Check whether a certificate is held")
                                .addString("changes.read", "Read changes one subscribed to")
                                .addString("staff.act", "Act for a member of staff"));
    }

    private static String codes() {
        List<ProblemCode> all = Arrays.asList(ProblemCode.values());
        return all.stream().map(ProblemCode::code).collect(Collectors.joining(", "));
    }
}
