using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Profiles.Editing;

/// <summary>Skills, offers, seeks and interests of one's own profile: short phrases in one field.</summary>
internal static class TopicEndpoints
{
    public const int MaxTopics = 50;
    public const int MaxLength = 60;

    public static void MapTopics(this WebApplication app)
    {
        var members = app.For(Access.Members);
        foreach (var kind in Enum.GetValues<TopicKind>())
        {
            var path = "/settings/profile/" + kind.Section().Slug();
            members.Get(path, (Viewer viewer, GildeDb db, TopicSuggestions suggestions, CancellationToken stop) => Show(kind, viewer, db, suggestions, stop));
            members.Post(path, ([FromForm] IFormCollection form, Viewer viewer, GildeDb db, TopicSuggestions suggestions, IClock clock, CancellationToken stop) => Save(kind, form, viewer, db, suggestions, clock, stop));
        }
    }

    private static async Task<IResult> Show(TopicKind kind, Viewer viewer, GildeDb db, TopicSuggestions suggestions, CancellationToken stop)
    {
        var texts = await db.Topics.Where(t => t.MemberId == viewer.Id && t.Kind == kind).OrderBy(t => t.Id).Select(t => t.Text).ToListAsync(stop);
        var audience = (await ProfileSheetReader.Audiences(db, viewer.Id, stop))[kind.Section()];
        return Pages.Show<TopicsPage>(new { Viewer = viewer, Kind = kind, Typed = string.Join(", ", texts), Audience = audience, Suggestions = await suggestions.For(db, kind, stop) });
    }

    private static async Task<IResult> Save(TopicKind kind, IFormCollection posted, Viewer viewer, GildeDb db, TopicSuggestions suggestions, IClock clock, CancellationToken stop)
    {
        var form = new FormReader(posted, viewer.T);
        var phrases = form.Phrases("topics", MaxTopics, MaxLength);
        var audience = form.Audience(kind.Section());
        if (form.Errors.Any)
            return Pages.Invalid<TopicsPage>(new { Viewer = viewer, Kind = kind, Typed = form.Typed["topics"], Audience = audience, Suggestions = await suggestions.For(db, kind, stop), form.Errors });
        await db.Atomically(async () =>
        {
            await db.Topics.Where(t => t.MemberId == viewer.Id && t.Kind == kind).ExecuteDeleteAsync(stop);
            foreach (var phrase in phrases) db.Add(new Topic { MemberId = viewer.Id, Kind = kind, Text = phrase });
            await db.ShowSectionTo(viewer, kind.Section(), audience, stop);
            await db.SaveProfile(clock, viewer, stop);
            return 0;
        }, stop);
        return Pages.SeeOther($"/@{viewer.Handle}#{kind.Section().Slug()}", "Saved.");
    }
}
