using Gilde.Web.CommandLine;

namespace Gilde.Web.Tests.Demo;

/// <summary>Takes progress and shows none.</summary>
internal sealed class Silent : IProgress<Advance>
{
    public void Report(Advance value) { }
}
