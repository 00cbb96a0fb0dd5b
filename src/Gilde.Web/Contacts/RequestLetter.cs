using Gilde.Web.Mail;

namespace Gilde.Web.Contacts;

/// <summary>What the mail about a request for contact says; none for one that is already closed again.</summary>
internal static class RequestLetter
{
    public static async Task<Letter?> Write(GildeDb db, Viewer viewer, long requestId, CancellationToken stop)
    {
        if (await db.AskedOf(viewer, requestId).FirstOrDefaultAsync(stop) is not { } asked) return null;
        var t = viewer.T;
        var who = asked.Headline.Length > 0 ? $"{asked.Name} ({asked.Headline})" : asked.Name;
        return new Letter(viewer.Language, "", t["{0} asks you for contact", asked.Name])
        {
            Before = [t["{0} asks you for contact:", who], t["“{0}”", asked.Reason]],
            Link = new(t["See the request"], "/contacts/requests"),
            After = [t["There you see whom you both know, and accept or decline. Nobody learns of a decline."]],
        };
    }
}
