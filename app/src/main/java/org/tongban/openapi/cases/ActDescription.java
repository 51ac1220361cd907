package org.tongban.openapi.cases;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Describes every act from the same sealed families by which the reader finds them, so that a new
 * record is described without being listed anywhere.
 */
@Configuration(proxyBeanMethods = false)
class ActDescription {

    private static final String ACT = "Act";
    private static final String NAME = "act";
    private static final String SCHEMAS = "#/components/schemas/";

    @Bean
    OpenApiCustomizer everyAct() {
        return ActDescription::describe;
    }

    private static void describe(OpenAPI api) {
        var one = new Discriminator().propertyName(NAME);
        Schema<?> any = api.getComponents().getSchemas().get(ACT);
        if (any == null) throw new IllegalStateException("no handler takes an act any more");
        for (var type : acts(ActRequest.class).toList()) {
            var read =
                    ModelConverters.getInstance(true)
                            .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(false));
            read.referencedSchemas.forEach(api.getComponents()::addSchemas);
            var name = type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class).name();
            var spoken = type.getAnnotation(JsonTypeName.class).value();
            api.getComponents().addSchemas(name, named(read.schema, spoken));
            any.addOneOfItem(new Schema<>().$ref(SCHEMAS + name));
            one.mapping(spoken, SCHEMAS + name);
        }
        any.setProperties(null);
        any.setRequired(null);
        any.discriminator(one);
    }

    /** Each act carries its own name, and no other. */
    private static Schema<?> named(Schema<?> act, String spoken) {
        act.addProperty(NAME, new StringSchema()._const(spoken));
        act.addRequiredItem(NAME);
        return act;
    }

    private static Stream<Class<?>> acts(Class<?> family) {
        return family.isSealed()
                ? permitted(family).stream().flatMap(ActDescription::acts)
                : Stream.of(family);
    }

    private static List<Class<?>> permitted(Class<?> family) {
        return Arrays.asList(family.getPermittedSubclasses());
    }
}
