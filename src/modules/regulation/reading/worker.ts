import { parentPort } from 'node:worker_threads'
import { paperText } from './paper-text.ts'

parentPort?.once('message', (bytes: Uint8Array) => parentPort?.postMessage(paperText(bytes)))
parentPort?.postMessage('ready')
