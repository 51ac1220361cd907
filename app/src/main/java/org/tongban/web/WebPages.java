package org.tongban.web;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Fits the design layer into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class WebPages implements WebMvcConfigurer {

    /**
     * Safe because every address carries a mark of its content or a version; see {@link Assets}.
     */
    private static final CacheControl FOR_A_YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** Behind whoever asks first whether the caller may pass. */
    private static final int AFTER_THE_DOOR = 100;

    private final RenderedPages renderedPages;
    private final FetchKeptPage keptPages;

    WebPages(RenderedPages renderedPages, FetchKeptPage keptPages) {
        this.renderedPages = renderedPages;
        this.keptPages = keptPages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(keptPages).order(AFTER_THE_DOOR);
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(renderedPages);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/web/**")
                .addResourceLocations("classpath:/static/web/")
                .setCacheControl(FOR_A_YEAR);
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(FOR_A_YEAR);
    }
}
