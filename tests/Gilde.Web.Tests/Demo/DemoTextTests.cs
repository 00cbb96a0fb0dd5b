using Gilde.Web.Demo;

namespace Gilde.Web.Tests.Demo;

/// <summary>Texts are made from templates; none may show its seams.</summary>
public class DemoTextTests
{
    private static readonly char[] Seams = ['{', '}', '<', '>', '|', '[', ']', '\\', '*'];

    [Fact]
    public void No_text_shows_a_placeholder()
    {
        foreach (var member in Demos.Full.Members)
            Assert.All([member.Headline, member.About, .. member.Offers, .. member.Seeks, .. member.Positions.Select(p => p.Text)], Finished);
        foreach (var contact in Demos.Full.Contacts)
            Assert.All([contact.LowSide.HowMet, contact.LowSide.Note, contact.HighSide.HowMet, contact.HighSide.Note], Finished);
        Assert.All(Demos.Full.Requests, r => Finished(r.Reason));
        foreach (var introduction in Demos.Full.Introductions())
            Assert.All([introduction.Wish, introduction.Passed ?? "", introduction.Accepted ?? "", introduction.Thanks ?? ""], Finished);
        foreach (var talk in Demos.Talks)
            Assert.All([talk.Title ?? "", talk.Reason ?? "", .. talk.Messages.Select(m => m.Text)], Finished);
    }

    [Fact]
    public void Texts_vary()
    {
        var headlines = Demos.Full.Members.Select(m => m.Headline).ToList();
        Assert.True(headlines.Distinct().Count() > headlines.Count * 0.85);
        var messages = Demos.Talks.SelectMany(t => t.Messages).Select(m => m.Text).ToList();
        Assert.True(messages.Distinct().Count() > messages.Count * 0.6, $"{messages.Distinct().Count()} of {messages.Count}");
        Assert.InRange(Demos.Full.Members.Count(m => m.Language == "en"), 5, 60);
    }

    [Fact]
    public void Texts_keep_within_what_the_database_holds()
    {
        Assert.All(Demos.Full.Members, m => Assert.True(m.Headline.Length <= 200 && m.About.Length <= 10_000 && m.Name.Length <= 100));
        Assert.All(Demos.Full.Members.SelectMany(m => m.Skills.Concat(m.Offers).Concat(m.Seeks).Concat(m.Interests)), t => Assert.InRange(t.Length, 1, 200));
        Assert.All(Demos.Full.Requests, r => Assert.InRange(r.Reason.Length, 1, 500));
        Assert.All(Demos.Talks.Where(t => t.Title is not null), t => Assert.InRange(t.Title!.Length, 1, 80));
        Assert.All(Demos.Talks.Where(t => t.Reason is not null), t => Assert.True(t.Reason!.Length <= 120 && t.Messages[0].Text.Length <= 500));
    }

    [Fact]
    public void The_Swiss_write_no_sharp_s() =>
        Assert.All(Demos.Full.Members.Where(m => m.Firm.Town.Country == "CH"), m => Assert.DoesNotContain("ß", m.About));

    /// <summary>The numbers come from an independent computation of xoshiro256** seeded with SplitMix64(0).</summary>
    [Fact]
    public void The_generator_is_the_published_xoshiro()
    {
        var random = new DemoRandom(0);
        Assert.Equal([601, 747, 103, 416, 732, 999], Enumerable.Range(0, 6).Select(_ => random.Below(1000)));
    }

    private static void Finished(string text) => Assert.True(text.IndexOfAny(Seams) < 0 && !text.Contains("  ", StringComparison.Ordinal), text);
}
