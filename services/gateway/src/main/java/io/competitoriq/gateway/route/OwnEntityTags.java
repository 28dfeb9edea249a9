package io.competitoriq.gateway.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.http.EntityTags;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Tags what the gateway itself answers to a GET, weakly: a composed answer has no version. A
/// version it carries from its service stays, for `If-Match`, and makes no 304: the parts around it
/// change without it.
class OwnEntityTags {

  private final ObjectMapper json;

  OwnEntityTags(ObjectMapper json) {
    this.json = json;
  }

  @ServerResponseFilter
  void tag(ContainerRequestContext request, ContainerResponseContext answer) {
    Object entity = answer.getEntity();
    if (!request.getMethod().equals("GET")
        || answer.getStatus() != 200
        || entity == null
        || !isJson(answer)
        || answer.getHeaders().containsKey(HttpHeaders.ETAG)) {
      return;
    }
    String tag = EntityTags.weak(written(entity));
    answer.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    if (EntityTags.isKnown(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
      answer.setStatus(304);
      answer.setEntity(null);
    }
  }

  private static boolean isJson(ContainerResponseContext answer) {
    MediaType type = answer.getMediaType();
    return type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
  }

  private byte[] written(Object entity) {
    try {
      return json.writeValueAsBytes(entity);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
