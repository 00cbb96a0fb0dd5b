using System.Text;
using Gilde.Web.Formats;

namespace Gilde.Web.Contacts;

/// <summary>Contacts for the address book, the spreadsheet and the calendar; written as they are read.</summary>
internal static class DownloadEndpoints
{
    public static void MapContactDownloads(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/contacts/{id:long}.vcf", One);
        members.Get("/contacts.vcf", All).RequireRateLimiting(RateLimits.Heavy);
        members.Get("/contacts.csv", Table).RequireRateLimiting(RateLimits.Heavy);
        members.Get("/contacts.ics", Calendar).RequireRateLimiting(RateLimits.Heavy);
    }

    private static async Task<IResult> One(long id, Viewer viewer, ContactCards cards, CancellationToken stop)
    {
        if (await cards.One(viewer, id, stop) is not { } contact) return Results.NotFound();
        return Results.File(Encoding.UTF8.GetBytes(VCardWriter.Write(cards.Card(contact, viewer.T, withTags: false))), VCardWriter.MediaType, contact.Contact.Handle + ".vcf");
    }

    private static IResult All(Viewer viewer, ContactCards cards, CancellationToken stop) =>
        Results.Stream(output => VCardWriter.WriteAsync(output, cards.All(viewer, withPhotos: true, stop).Select(c => cards.Card(c, viewer.T, withTags: true)), stop), VCardWriter.MediaType, FileName(viewer.T["Contacts"], "vcf"));

    private static IResult Table(Viewer viewer, ContactCards cards, CancellationToken stop) =>
        Results.Stream(output => ContactTable.Write(output, viewer, cards.All(viewer, withPhotos: false, stop), stop), SafeCsv.MediaType, FileName(viewer.T["Contacts"], "csv"));

    private static async Task<IResult> Calendar(Viewer viewer, GildeDb db, Settings settings, IClock clock, CancellationToken stop) =>
        Results.File(Encoding.UTF8.GetBytes(await BirthdayCalendar.Write(db, viewer, settings, clock.GetCurrentInstant(), stop)), BirthdayCalendar.MediaType, FileName(viewer.T["Birthdays"], "ics"));

    private static string FileName(string what, string extension) => $"{what.ToLowerInvariant()}.{extension}";
}
