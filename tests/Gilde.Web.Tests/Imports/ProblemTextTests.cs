using System.Text.RegularExpressions;

namespace Gilde.Web.Tests.Imports;

/// <summary>What readers of members' files report is shown to members: it must exist in German.</summary>
public partial class ProblemTextTests
{
    [Fact]
    public void Every_problem_has_its_german()
    {
        var source = Path.Combine(Checkout.Root, "src/Gilde.Web");
        var messages = new[] { "Formats", "Imports/LinkedIn" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(source, folder), "*.cs"))
            .SelectMany(file => Reported().Matches(File.ReadAllText(file)).Select(m => Regex.Unescape(m.Groups[1].Value)))
            .Distinct().ToList();

        Assert.True(messages.Count >= 20, "The pattern no longer finds the messages.");
        Assert.All(messages, m => Assert.True(Texts.German.Has(m), m));
    }

    [GeneratedRegex(""""(?:problems\.Add\(|Report\(|Nothing<\w+>\(cells, )[^"]*?"((?:[^"\\]|\\.)+\.)" ?"""")]
    private static partial Regex Reported();
}
