using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gilde.Web.Data;

/// <summary>
/// A query compiled once for each model, since EF Core's own compiled queries hold to the first model that they meet and a process may know
/// two (SQLite and PostgreSQL, as tests and restore do). Use: <c>Query.For(db)(db, id)</c>.
/// </summary>
public sealed class CompiledQuery<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> compiled = [];

    public TQuery For(GildeDb db) => compiled.GetValue(db.Model, _ => compile());
}
