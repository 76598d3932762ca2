import { OpenAPIHono } from "@hono/zod-openapi";
import { methodNotAllowed } from "hono/method-not-allowed";
import { AppError } from "../domain/errors.ts";
import type { AppDeps, AppEnv } from "./app-deps.ts";
import { observeRequests } from "./observe-requests.ts";
import { logFailure, problemResponse, toAppError } from "./problem.ts";
import { requestId } from "./request-id.ts";
import { addAskRoute } from "./routes/ask.ts";
import { addConversationRoute } from "./routes/conversations.ts";
import { addFeedbackRoute } from "./routes/feedback.ts";
import { addHealthRoutes } from "./routes/health.ts";
import { addHomeRoute } from "./routes/home.ts";
import { addOpenApiRoutes } from "./routes/openapi.ts";
import { addPassageRoute } from "./routes/passages.ts";
import { addReportRoutes } from "./routes/report.ts";
import { addSlackRoute } from "./routes/slack.ts";
import { addSearchRoute } from "./routes/search.ts";
import { addWidgetRoute } from "./routes/widget.ts";
import { crossOrigin, securityHeaders } from "./security.ts";
import { refuseInvalid } from "./validation.ts";

/** The HTTP service, ready to be served by any runtime's `fetch`. Every error is application/problem+json. */
export function createApp(deps: AppDeps): OpenAPIHono<AppEnv> {
  const { newId = () => crypto.randomUUID(), now = () => performance.now() } = deps;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  app.use(requestId(newId));
  app.use(observeRequests(deps, now));
  app.use(securityHeaders());
  const cors = crossOrigin(deps.settings.corsOrigins);
  if (cors) app.use(cors);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allowed = methods.join(", ");
        const error = new AppError("method_not_allowed", `This address takes ${allowed} only.`);
        return problemResponse(c, error, { Allow: allowed });
      },
    }),
  );

  addHomeRoute(app, deps);
  addWidgetRoute(app, deps);
  addAskRoute(app, deps, now);
  addConversationRoute(app, deps);
  addFeedbackRoute(app, deps);
  addSearchRoute(app, deps);
  addPassageRoute(app, deps);
  addReportRoutes(app, deps);
  addSlackRoute(app, deps);
  addOpenApiRoutes(app, deps);
  addHealthRoutes(app, deps);

  app.notFound((c) => problemResponse(c, new AppError("not_found", "There is nothing at this address.")));
  app.onError((thrown, c) => {
    const error = toAppError(thrown);
    logFailure(deps.logger, error, c.var.requestId);
    return problemResponse(c, error);
  });
  return app;
}
