#!/usr/bin/env node
// The command. JavaScript, because it is what makes the rest start fast: compiled modules, types already taken off, are
// kept between runs only from here on. Were the first file TypeScript, every run would load the compiler for it.

import { enableCompileCache } from 'node:module'

enableCompileCache()
await import('../src/main.ts')
