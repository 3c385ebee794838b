#!/usr/bin/env node
console.log('duban')
