package org.tongban.openapi.problem;

/** Marks what is read from the body of a request, so that it is read strictly. */
public interface RequestBodyRecord {}
