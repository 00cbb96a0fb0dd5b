using System.Text;
using Gilde.Web.Formats;
using Gilde.Web.Profiles.Export;
using Microsoft.AspNetCore.Components;
using Microsoft.Net.Http.Headers;

namespace Gilde.Web.Profiles;

/// <summary>The public page of a member, also as JSON Resume, Markdown and vCard: by suffix or by what the client accepts.</summary>
internal static class ProfileEndpoints
{
    public static void MapProfilePages(this WebApplication app) =>
        app.For(Access.Anyone).Get("/@{handle}", Show).RequireRateLimiting(RateLimits.People);

    private static async Task<IResult> Show([AsParameters] ProfileRequest request)
    {
        var (handle, format) = ProfileFormats.Read(request.Handle, request.Http.Request.Headers.Accept);
        var headers = request.Http.Response.Headers;
        headers.Append(HeaderNames.Vary, "Accept, Accept-Language, Cookie");
        if (await request.Shelf.Find(request.Db, request.Viewer, handle, request.Stop) is not { } profile) return await Moved(request, handle);
        if (!profile.Listed) headers["X-Robots-Tag"] = "noindex";
        return format == ProfileFormat.Page ? await Page(request, profile) : await Export(request, profile, format);
    }

    private static async Task<IResult> Page(ProfileRequest request, ProfileView profile)
    {
        var viewer = request.Viewer;
        if (profile.IsSelf && SeenAs(request.As) is { } relation)
        {
            var seen = await request.Shelf.Own(request.Db, viewer, relation, request.Stop);
            return Pages.Show<ProfilePage>(new { Viewer = viewer, Profile = seen, Body = await request.Bodies.Of(seen, viewer.Language), SeenAs = (Relation?)relation, ClosedToVisitors = profile.Closed });
        }
        return Pages.Show<ProfilePage>(new
        {
            Viewer = viewer,
            Profile = profile,
            Body = await request.Bodies.Of(profile, viewer.Language),
            Meta = Meta(viewer, profile, request.Settings.Address),
            Additions = await ProfileAdditions.Load(request.Additions, request.Db, viewer, profile, request.Stop),
            Hint = profile.IsSelf ? await ProfileHints.Next(request.Db, viewer, profile, request.Stop) : null,
        });
    }

    private static async Task<IResult> Export(ProfileRequest request, ProfileView profile, ProfileFormat format)
    {
        var (address, t) = (request.Settings.Address, request.Viewer.T);
        return format switch
        {
            ProfileFormat.Resume => Results.Text(ProfileResume.Of(profile, address, t).ToJson(), "application/json", Encoding.UTF8),
            ProfileFormat.Markdown => Results.Text(ProfileMarkdown.Of(profile, address, t), "text/markdown", Encoding.UTF8),
            _ => Results.File(Encoding.UTF8.GetBytes(VCardWriter.Write(await ProfileVCard.Of(request, profile))), VCardWriter.MediaType, profile.Handle + ".vcf"),
        };
    }

    /// <summary>A handle that was changed not long ago leads to the new one, with suffix and query.</summary>
    private static async Task<IResult> Moved(ProfileRequest request, string handle) =>
        await request.Db.FindMoved(request.Viewer, handle, request.Clock.GetCurrentInstant()) is { } moved
            ? Results.Redirect($"/@{moved}{request.Handle[handle.Length..]}{request.Http.Request.QueryString}")
            : Results.NotFound();

    private static RenderFragment Meta(Viewer viewer, ProfileView profile, Uri address) => builder =>
    {
        builder.OpenComponent<ProfileMeta>(0);
        builder.AddComponentParameter(1, nameof(ProfileMeta.Viewer), viewer);
        builder.AddComponentParameter(2, nameof(ProfileMeta.Profile), profile);
        builder.AddComponentParameter(3, nameof(ProfileMeta.Address), address);
        builder.CloseComponent();
    };

    private static Relation? SeenAs(string? value) => value switch
    {
        "everyone" => Relation.Visitor,
        "members" => Relation.Member,
        "contacts" => Relation.Contact,
        _ => null,
    };
}
