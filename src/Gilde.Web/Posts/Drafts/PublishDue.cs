using System.Text.Json;
using Gilde.Web.Jobs;
using Gilde.Web.Mail;

namespace Gilde.Web.Posts.Drafts;

/// <summary>
/// Publishes a draft when its time has come, once: the draft goes with the publishing. Where that cannot be, it stays a draft that says why, and its author
/// gets a mail.
/// </summary>
public sealed class PublishDue(GildeDb db, PublishDraft publish, IClock clock, Letters letters) : IJobHandler
{
    public const string JobKind = "post.publish";

    public string Kind => JobKind;

    public async Task Run(string payload, CancellationToken stop)
    {
        var plan = JsonSerializer.Deserialize<DuePost>(payload)!;
        if (await db.DueDraft(plan.DraftId, Instant.FromUnixTimeTicks(plan.Due), stop) is not { } draft || await db.DraftAuthor(draft.AuthorId, stop) is not { } author) return;
        var viewer = new Viewer { Id = draft.AuthorId, Handle = author.Handle, Name = author.Name, Language = author.Language };
        var result = author.IsSuspended ? new PublishResult(Publishing.NotFound) : await publish.Execute(viewer, draft.Id, stop);
        if (result.Outcome == Publishing.Published) return;
        var t = viewer.T;
        (draft.DueAt, draft.Refusal) = (null, author.IsSuspended ? t["Your account was suspended at that time."] : Why(t, result));
        db.Send(clock, letters.Write(new(author.Language, author.Email, t["Your post was not published"])
        {
            Name = author.Name, Before = [t["It was to be published now, but that could not be done."], draft.Refusal], Link = new(t["To the draft"], $"/drafts/{draft.Id}"),
        }), $"{JobKind}:refused:{plan.EffectKey}");
    }

    private static string Why(Texts t, PublishResult result) => result.Outcome switch
    {
        Publishing.NotFound => t["The group is archived or gone, or you no longer belong to it."],
        Publishing.TooMany => result.Errors[""] ?? t["You had posted very often within the hour."],
        Publishing.Invalid => result.Errors.All.Values.FirstOrDefault() ?? "",
        Publishing.Published => "",
    };
}
