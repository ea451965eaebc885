import { startCluster } from './supervisor.ts'

/** A program that holds a cluster until it is killed; started by the supervisor's tests as a process of its own. */
const cluster = await startCluster({ dir: process.argv[2]! })
process.stdout.write(`ready ${cluster.adopted} ${cluster.pid}\n`)
process.on('SIGTERM', () => void cluster.stop().then(() => process.exit(0)))
setInterval(() => {}, 1000)
