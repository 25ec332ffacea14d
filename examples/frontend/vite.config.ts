import { defineConfig } from "vite";

const shared = {
  host: "127.0.0.1",
  // The gateway answers no other origin, so the page and the graph are served as one.
  proxy: { "/graphql": process.env["GATEWAY"] ?? "http://127.0.0.1:4000" },
  cors: false,
};

export default defineConfig({
  server: { ...shared, port: 5173 },
  preview: { ...shared, port: 5173 },
});
