import { pino, type DestinationStream } from "pino";
import type { LogFields, Logger, LogLevel } from "../../ports/logger.ts";

export interface PinoLoggerOptions {
  /** Named as pino names them. */
  readonly level: LogLevel;
  /** Default: standard output. */
  readonly destination?: DestinationStream;
}

/** One JSON object a line. An `error` field is written with its stack and its causes. */
export function createPinoLogger({ level, destination }: PinoLoggerOptions): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: pino.stdSerializers.errWithCause },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    info: (message: string, fields: LogFields = {}) => {
      logger.info(fields, message);
    },
    warn: (message: string, fields: LogFields = {}) => {
      logger.warn(fields, message);
    },
    error: (message: string, fields: LogFields = {}) => {
      logger.error(fields, message);
    },
  };
}
