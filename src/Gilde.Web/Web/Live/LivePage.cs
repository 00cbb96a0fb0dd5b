using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Gilde.Web.Web.Live;

/// <summary>What changes on one viewer's open page, collected as Turbo Stream elements. A target that the page does not have is passed over by Turbo.</summary>
public sealed class LivePage(GildeDb db, Viewer viewer, HtmlRenderer renderer)
{
    public const string ContentType = "text/vnd.turbo-stream.html";

    /// <summary>The page that asks can take its changes piece by piece.</summary>
    public static bool IsWanted(HttpContext http) => http.Request.Headers.Accept.ToString().Contains(ContentType, StringComparison.Ordinal);

    private readonly StringBuilder html = new();
    private bool countsChanged;

    public GildeDb Db => db;
    public Viewer Viewer => viewer;

    /// <summary>At the end of the target; an element with the same id moves there instead of appearing twice.</summary>
    public Task Append<TView>(string target, object parameters) where TView : IComponent => Add<TView>("append", target, parameters);

    public Task Prepend<TView>(string target, object parameters) where TView : IComponent => Add<TView>("prepend", target, parameters);

    public Task Replace<TView>(string target, object parameters) where TView : IComponent => Add<TView>("replace", target, parameters);

    public void Remove(string target) => html.Append($"<turbo-stream action=\"remove\" target=\"{WebUtility.HtmlEncode(target)}\"></turbo-stream>");

    /// <summary>The page fetches itself anew: more happened than is worth sending piece by piece.</summary>
    public void Refresh() => html.Append("<turbo-stream action=\"refresh\"></turbo-stream>");

    /// <summary>The counts of the navigation are to be read anew, once for all that came together.</summary>
    public void CountsChanged() => countsChanged = true;

    /// <summary>All of it; empty if nothing changes.</summary>
    public async Task<string> Finish()
    {
        if (countsChanged)
        {
            var badges = await BadgeCounts.Load(db, viewer.Id);
            await Replace<LiveCount>("count-users", new { Id = "count-users", Count = badges.ContactRequests });
            await Replace<LiveCount>("count-messages-square", new { Id = "count-messages-square", Count = badges.UnreadConversations });
            await Replace<LiveCount>("count-route", new { Id = "count-route", Count = badges.Introductions });
            await Replace<LiveCount>("count-bell", new { Id = "count-bell", Count = badges.Notifications });
        }
        return html.ToString();
    }

    private async Task Add<TView>(string action, string target, object parameters) where TView : IComponent
    {
        var values = ParameterView.FromDictionary(new RouteValueDictionary(parameters));
        var view = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TView>(values)).ToHtmlString());
        html.Append($"<turbo-stream action=\"{action}\" target=\"{WebUtility.HtmlEncode(target)}\"><template>{view}</template></turbo-stream>");
    }
}
