import { fileURLToPath } from "node:url";

// The plugin's bundle exports a type of the telemetry client as if it were a value, which no bundler takes; and nothing
// here is to be sent to anybody.
export default {
  resolve: { alias: { "@guardian/user-telemetry-client": fileURLToPath(new URL("no-telemetry.js", import.meta.url)) } },
};
