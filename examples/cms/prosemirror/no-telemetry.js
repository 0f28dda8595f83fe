export class UserTelemetryEventSender {
  addEvent() {}
}
export const IUserTelemetryEvent = undefined;
