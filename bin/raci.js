#!/usr/bin/env node
// The command. JavaScript, because it is what makes the rest start fast: compiled modules, types already taken off, are
// kept between runs only from here on. Were the first file TypeScript, every run would load the compiler for it.

import * as nodeModule from 'node:module'

// an older Node, started by its own name, would fail on the first TypeScript file without saying why
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `Raci runs on Node 24, and this is ${process.version}. Node 24 came with npm ci: node_modules/.bin/node bin/raci.js`,
  )
  process.exit(1)
}
nodeModule.enableCompileCache()
await import('../src/main.ts')
