using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

/// <summary>What holds for every page: no accessibility violation, nothing wider than the screen.</summary>
public static class PageChecks
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static async Task IsSound(this IPage page)
    {
        var faults = await page.Faults();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    public static async Task<List<string>> Faults(this IPage page)
    {
        var result = await page.RunAxe(Rules);
        var faults = result.Violations.SelectMany(v => v.Nodes.Select(n => $"{page.Url} {v.Id}: {v.Help}\n    {n.Html}")).ToList();
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow > 0) faults.Add($"{page.Url} is {overflow} px wider than the screen");
        return faults;
    }
}
