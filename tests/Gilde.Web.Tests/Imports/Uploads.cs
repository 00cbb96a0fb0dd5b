using System.Net.Http.Headers;
using AngleSharp.Html.Dom;

namespace Gilde.Web.Tests.Imports;

/// <summary>A member uploads a file as the form does.</summary>
internal static class Uploads
{
    public static async Task<HttpResponseMessage> Upload(this TestMember member, string name, byte[] bytes)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", name);
        return await member.Client.PostAsync("/settings/import", form);
    }

    /// <summary>Uploads what can be read, and shows the preview.</summary>
    public static async Task<IHtmlDocument> Stage(this TestMember member, string name, byte[] bytes)
    {
        using var answer = await member.Upload(name, bytes);
        Assert.Equal((HttpStatusCode.SeeOther, "/settings/import/preview"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        return await member.Client.Page("/settings/import/preview");
    }

    /// <summary>Uploads, takes everything, and returns where that leads.</summary>
    public static async Task<string> TakeAll(this TestMember member, string name, byte[] bytes)
    {
        await member.Stage(name, bytes);
        return await member.Client.SubmitOk("/settings/import/apply",
            [.. new[] { "headline", "about", "place", "websites", "positions", "education", "skills", "languages" }.Select(p => ("take", p)), ("people", "all")]);
    }
}
