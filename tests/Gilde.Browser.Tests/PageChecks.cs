using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

/// <summary>What holds for every page: no accessibility violation, nothing wider than the screen.</summary>
public static class PageChecks
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // What happens to lie half under the bar at the bottom is no fault of the page, so that the bar stands at the end of the text meanwhile.
    // What passes is not listed node by node: that is most of axe's time. The package's own runner opens a second page for each look.
    // Colours on their way from one to the other are nobody's to read, so what moves comes to rest first; nothing new begins to, though the pointer may just have come to lie on a button.
    private const string Look = """
        async () => {
          const still = new CSSStyleSheet();
          still.replaceSync("*, ::before, ::after { transition: none !important } .mainnav { position: static !important }");
          document.adoptedStyleSheets.push(still);
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
          const moving = document.getAnimations().filter(a => a.playState === "running" && a.effect?.getComputedTiming().endTime !== Infinity);
          await Promise.all(moving.map(a => a.finished.catch(() => null)));
          const seen = await axe.run(document, {
            runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
            resultTypes: ["violations"],
          });
          document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== still);
          return seen.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}\n    ${n.html}`));
        }
        """;

    /// <summary>The page is at an address like this one; <c>*</c> is any part of a path, <c>**</c> any text. Turbo changes addresses without loading a page, so that is not waited for.</summary>
    public static Task Arrives(this IPage page, string glob) =>
        page.Arrives(new Regex("^" + Regex.Escape(glob).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$"));

    public static Task Arrives(this IPage page, Regex address) => Assertions.Expect(page).ToHaveURLAsync(address);

    public static async Task IsSound(this IPage page)
    {
        var faults = await page.Faults();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    public static async Task<List<string>> Faults(this IPage page)
    {
        // What happens to lie half under the bar at the top is no fault of the page.
        await page.EvaluateAsync("window.scrollTo({ top: 0, behavior: 'instant' })");
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Axe);
        var faults = (await page.EvaluateAsync<string[]>(Look)).Select(fault => $"{page.Url} {fault}").ToList();
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow > 0) faults.Add($"{page.Url} is {overflow} px wider than the screen");
        return faults;
    }
}
