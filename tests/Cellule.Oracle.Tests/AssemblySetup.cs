using Xunit.Sdk;
using Xunit.v3;

// Both sides write to the one console of the process.
[assembly: Parallelization(Mode = ParallelMode.None)]
