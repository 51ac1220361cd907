package org.tongban.codes;

import java.util.Optional;

/**
 * What reading a typed number came to. A wrong number is an answer, not an exception.
 *
 * @param <T> the value read
 */
public sealed interface Parsed<T> {

    /** The number is right. */
    record Valid<T>(T held) implements Parsed<T> {}

    /** The number is wrong; the first thing found. */
    record Invalid<T>(CodeFault reason) implements Parsed<T> {}

    default boolean isValid() {
        return this instanceof Valid<T>;
    }

    /** The value, if it is right. */
    default Optional<T> value() {
        return switch (this) {
            case Valid<T>(var held) -> Optional.of(held);
            case Invalid<T> _ -> Optional.empty();
        };
    }

    /** What is wrong, if something is. */
    default Optional<CodeFault> fault() {
        return switch (this) {
            case Valid<T> _ -> Optional.empty();
            case Invalid<T>(var reason) -> Optional.of(reason);
        };
    }

    /**
     * The value of a number that is known to be right, such as one of our own store.
     *
     * @throws IllegalArgumentException with the fault, never with the number, which may be personal
     */
    default T orElseThrow() {
        return switch (this) {
            case Valid<T>(var held) -> held;
            case Invalid<T>(var reason) -> throw new IllegalArgumentException(reason.name());
        };
    }
}
