// Lets a script import the sources as they are: node --import ./scripts/typescript-modules.mjs, or import it first.
// Node 20 takes no types off by itself; the compiler does, module by module, and checks nothing.
import { register } from "node:module";

register(new URL("./typescript-loader.mjs", import.meta.url));
