using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

/// <summary>What holds for every page: no accessibility violation, nothing wider than the screen, no script or policy error.</summary>
public static class PageChecks
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static async Task IsSound(this IPage page)
    {
        var result = await page.RunAxe(Rules);
        var violations = result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}\n    {n.Html}"));
        Assert.True(result.Violations.Length == 0, $"{page.Url}\n{string.Join('\n', violations)}");
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} is {overflow} px wider than the screen");
    }
}
